"""Policy communication portal: Markdown explainers to pages, scripts and clips."""

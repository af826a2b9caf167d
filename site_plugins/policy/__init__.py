"""The policy room: Markdown and front matter become explainers, with their states and problems."""

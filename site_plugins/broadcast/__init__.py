"""The broadcast room: scripts and clips become what a station plays."""

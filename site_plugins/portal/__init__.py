"""The portal room: MkDocs plugins, pages, templates, assets."""

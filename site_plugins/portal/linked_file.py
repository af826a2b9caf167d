"""A finished clip is published as a second name of the store's file: no copy, no space."""

import os
from pathlib import Path

from mkdocs.structure.files import File


class LinkedFile(File):
    """A file whose source never changes in place, as the store's do not.

    It is copied where links are impossible: the site lies on another disk, or on a USB stick.
    """

    def copy_file(self, dirty: bool = False) -> None:  # noqa: FBT001, FBT002  MkDocs' signature
        """Put it into the site; an older link there is removed first, not written through."""
        target = Path(self.abs_dest_path)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        try:
            os.link(str(self.abs_src_path), target)
        except OSError:
            super().copy_file(dirty)

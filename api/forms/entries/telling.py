"""Entries carry photographs: whoever sees the entry sees them, and no one else (T4)."""

from __future__ import annotations

from api.access.policy import P
from api.files.attachments import parents
from api.forms.entries import queries
from api.kit.words import Words

parents.register(
    parents.Kind(
        name="entry",
        label=Words("填写的表", "Form entry"),
        permission=P.ENTRIES_VIEW,
        one=queries.visible,
        ids=queries.visible_ids,
        adds=(P.ENTRIES_EDIT, P.ENTRIES_CREATE),
        voids=(P.ENTRIES_VOID,),
    )
)

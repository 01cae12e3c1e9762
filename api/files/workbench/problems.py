"""Refusals of files for what they are."""

from __future__ import annotations

from typing import ClassVar

from api.kit.problems import Problem
from api.kit.words import Words


class FileRefused(Problem):
    """The file was read and is damaged, dangerous or too costly; carries `code`."""

    slug, status = "file-refused", 422
    title = Words("这个文件不能收", "This file cannot be taken")

    @classmethod
    def of(cls, status: int, code: str, words: Words) -> FileRefused:
        """With this status: 415 for what is no type of ours, 422 for what cannot be used."""
        return (WrongFileType if status == 415 else cls)(words, code=code)


class WrongFileType(FileRefused):
    """By its content it is no picture and no PDF; carries `code`."""

    slug: ClassVar[str] = "wrong-file-type"
    status: ClassVar[int] = 415
    title: ClassVar[Words] = Words("这类文件不收", "This type of file is not taken")

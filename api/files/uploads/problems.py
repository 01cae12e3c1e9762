"""Refusals of sending a file."""

from api.kit.problems import Problem
from api.kit.words import Words


class WrongTusVersion(Problem):
    """`Tus-Version` says what is spoken here."""

    slug, status = "tus-version", 412
    title = Words("要用 tus 1.0.0", "Speak tus 1.0.0")


class UploadMoved(Problem):
    """Carries `offset`, also as `Upload-Offset`: go on there."""

    slug, status = "upload-offset", 409
    title = Words("断点不对，请从服务器的断点接着传", "The upload stands elsewhere; go on from the server's offset")


class UploadIncomplete(Problem):
    """Carries `offset` and `length`."""

    slug, status = "upload-incomplete", 409
    title = Words("文件还没有传完", "The file has not arrived whole yet")


class UploadBusy(Problem):
    slug, status = "upload-busy", 423
    title = Words("同一个文件正在另一处上传", "The same file is being sent by another connection")


class ChecksumMismatch(Problem):
    slug, status = "checksum-mismatch", 460
    title = Words("这一段在路上损坏了，请重发", "This part was damaged on its way; send it again")


class WrongHash(Problem):
    slug, status = "wrong-hash", 422
    title = Words("收到的文件和发出的不一样，请重新上传", "What arrived is not what was sent; upload it anew")


class FileTooLarge(Problem):
    """Carries `limit_bytes`."""

    slug, status = "file-too-large", 413
    title = Words("文件太大", "The file is too large")


class FileQuota(Problem):
    """Carries `limit_bytes` of 24 hours, or `limit_open` of uploads at a time."""

    slug, status = "file-quota", 429
    title = Words("今天上传的文件已到上限", "You have sent as many files as a day allows")

"""What a file is, by its content; its name decides nothing."""

import zipfile

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."
PDF, MP4, WEBVTT = "application/pdf", "video/mp4", "text/vtt"
# media type -> the extension that readers get
DOCUMENTS = {
    PDF: "pdf",
    _OOXML + "wordprocessingml.document": "docx",
    _OOXML + "spreadsheetml.sheet": "xlsx",
    _OOXML + "presentationml.presentation": "pptx",
    _ODF + "text": "odt",
    _ODF + "spreadsheet": "ods",
    _ODF + "presentation": "odp",
}
EXTENSIONS = DOCUMENTS | {MP4: "mp4", WEBVTT: "vtt"}
_OOXML_PARTS = {
    "word/document.xml": _OOXML + "wordprocessingml.document",
    "xl/workbook.xml": _OOXML + "spreadsheetml.sheet",
    "ppt/presentation.xml": _OOXML + "presentationml.presentation",
}


def document_type(file) -> str | None:
    """The media type of a document in a binary file object; None for anything else, and for files that hold macros."""
    file.seek(0)
    if file.read(5) == b"%PDF-":
        return PDF
    try:
        with zipfile.ZipFile(file) as archive:
            return _zipped_type(archive)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, OSError):
        return None


def _zipped_type(archive: zipfile.ZipFile) -> str | None:
    names = set(archive.namelist())
    if any(part.lower().endswith("vbaproject.bin") for part in names):
        return None
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        declared = archive.read("mimetype").decode("ascii", "replace").strip()
        return declared if declared in DOCUMENTS else None
    return next((kind for part, kind in _OOXML_PARTS.items() if part in names), None)

"""What can go wrong on paper, and the sentences that say what to do about it."""

DEBIAN = "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core"

NO_LIBRARIES = (
    "PDF files cannot be made on this computer: the text layout library Pango is "
    f"missing. On Debian or Ubuntu install it with “apt-get install {DEBIAN}”, "
    "on macOS with “brew install pango”."
)
NO_FONTS = (
    "PDF files cannot be made on this computer: it has no fonts at all. On Debian or "
    "Ubuntu install some with “apt-get install fonts-dejavu-core”, on macOS with "
    "“brew install fontconfig”."
)
NO_PACKAGE = (
    "PDF files cannot be made on this computer: the Python package WeasyPrint is not "
    "installed. Run “make run”, which installs everything."
)
NO_START = (
    "PDF files cannot be made on this computer: the layout engine stopped while it "
    f"started ({{reason}}). On Debian or Ubuntu “apt-get install {DEBIAN}” usually "
    "mends this, on macOS “brew install pango”."
)


class RenderError(Exception):
    """A document could not become a PDF; the message may be shown as it is."""

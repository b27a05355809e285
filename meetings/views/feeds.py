"""What was published of late, for readers of feeds: open to all, as the statements are."""

from django.contrib.auth.models import AnonymousUser
from django.contrib.syndication.views import Feed
from django.urls import reverse, reverse_lazy
from django.utils.feedgenerator import Atom1Feed

from meetings.models import Edition, Statement

LATEST = 30


class EditionFeed(Feed):
    """Each edition of a statement at its own address, the latest first; a correction
    with its reason."""

    feed_type = Atom1Feed
    title = "Co-chair statements of the Bali Process"
    subtitle = "Statements and corrections as they are published."
    link = reverse_lazy("meetings:statement-list")

    def items(self):
        public = Statement.objects.visible_to(AnonymousUser())
        editions = Edition.objects.filter(statement__in=public)
        wanted = editions.select_related("statement").defer("pdf", "record", "html")
        return wanted.order_by("-published_at", "-pk")[:LATEST]

    def item_title(self, item: Edition) -> str:
        if item.number == 1:
            return _printable(item.statement.title)
        return _printable(f"{item.statement.title}: edition {item.number}")

    def item_description(self, item: Edition) -> str:
        if item.number == 1:
            return "Published."
        return _printable(f"Corrects edition {item.number - 1}: {item.reason}")

    def item_link(self, item: Edition) -> str:
        slug, number = item.statement.slug, item.number
        return reverse("meetings:edition-detail", args=[slug, number])

    def item_pubdate(self, item: Edition):
        return item.published_at

    item_updateddate = item_pubdate


def _printable(words: str) -> str:
    """Return what XML can carry: of a sign it cannot, the whole feed would fail."""
    return "".join(sign if sign.isprintable() else " " for sign in words)

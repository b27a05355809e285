from django.core.management.base import BaseCommand, CommandError

from meetings import gather
from meetings.documents import export
from meetings.models import Body, Gathering, Meeting

from ._output import add_output_arguments, write


class Command(BaseCommand):
    help = "Write the attendance of a meeting, a week or a body's years to a file."

    def add_arguments(self, parser):
        scope = parser.add_mutually_exclusive_group(required=True)
        scope.add_argument("--meeting", metavar="SLUG", help="for example wgtip-11")
        scope.add_argument("--gathering", metavar="SLUG")
        scope.add_argument("--body", metavar="ABBR", help="for example WG-TIP")
        parser.add_argument("--since", type=int, metavar="YYYY", help="with --body")
        parser.add_argument("--until", type=int, metavar="YYYY", help="with --body")
        add_output_arguments(parser)

    def handle(self, *args, **options):
        since, until = options["since"], options["until"]
        if (since or until) and not options["body"]:
            raise CommandError("--since and --until go with --body.")
        if since and until and until < since:
            raise CommandError(f"--until {until} is before --since {since}.")
        write(self, self.document(options), options)

    def document(self, options) -> export.Document:
        if options["meeting"]:
            meeting = found(Meeting, "meeting", slug=options["meeting"])
            return export.meeting_attendance(gather.meeting_facts(meeting, None))
        if options["gathering"]:
            gathering = found(Gathering, "gathering", slug=options["gathering"])
            return export.gathering_attendance(gather.gathering_facts(gathering, None))
        body = found(Body, "body", abbreviation__iexact=options["body"])
        years = {"since": options["since"], "until": options["until"]}
        meetings = gather.body_meeting_facts(body, None, **years)
        return export.body_attendance(
            body.abbreviation, str(body.name), meetings, **years
        )


def found(model, what: str, **lookup):
    """Return the record, or say in a sentence that there is none."""
    try:
        return model.objects.get(**lookup)
    except model.DoesNotExist:
        asked = next(iter(lookup.values()))
        raise CommandError(f"There is no {what} “{asked}”.") from None

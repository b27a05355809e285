from django.core.management.base import BaseCommand, CommandError

from meetings.documents import export
from meetings.gather import statement_facts
from meetings.models import Statement
from meetings.statements.annexes import Annex

from ._output import add_output_arguments, write


class Command(BaseCommand):
    help = "Write a co-chair statement to a file, as the site shows it."

    def add_arguments(self, parser):
        parser.add_argument("slug", help="for example wg-tip-2025-12")
        parser.add_argument(
            "--annex",
            action="append",
            choices=[annex.value for annex in Annex],
            default=[],
            help="what is to follow the text; may be given several times",
        )
        add_output_arguments(parser)

    def handle(self, *args, **options):
        try:
            statement = Statement.objects.get(slug=options["slug"])
        except Statement.DoesNotExist:
            known = (
                ", ".join(Statement.objects.values_list("slug", flat=True)) or "none"
            )
            raise CommandError(
                f"There is no statement “{options['slug']}”. Recorded: {known}."
            ) from None
        facts = statement_facts(statement)
        annexes = frozenset(map(Annex, options["annex"]))
        cleared = statement.state == Statement.State.CLEARED
        revision = statement.revisions.last()
        document = export.statement(facts, revision, annexes=annexes, cleared=cleared)
        write(self, document, options)

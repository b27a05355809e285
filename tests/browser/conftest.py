"""A real Chromium against a live server, for what only a browser can show."""

import shutil
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import sync_playwright

AXE = Path(__file__).with_name("axe.min.js").read_text()
AXE_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="package")
def browser():
    """One Chromium for all the browser tests; they are skipped where none is found."""
    names = ("chromium", "chromium-browser", "google-chrome")
    path = next(filter(None, map(shutil.which, names)), None)
    if path is None:
        pytest.skip("No Chromium on this machine: apt-get install chromium")
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, so Django takes the tests'
        # ordinary queries for a mistake in asynchronous code.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        chromium = playwright.chromium.launch(
            executable_path=path,
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser, live_server):
    """A fresh page; the test fails if the browser reports an error on the way.

    Addresses may be relative to the site. Scripts that raise, files that are not
    there and what the content security policy stops all count as errors.
    """
    context = browser.new_context(base_url=live_server.url)
    context.set_default_timeout(30_000)
    page, errors = context.new_page(), []

    def note(message):
        # The page itself may well be a 404: that is for the test to judge.
        if message.type == "error" and message.location["url"] != page.url:
            errors.append(f"{message.location['url']}: {message.text}")

    page.on("console", note)
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    context.close()
    assert errors == []


@pytest.fixture
def sign_in(page, live_server):
    """Let the page be ``user``'s, without going through the log-in form."""

    def as_user(user):
        client = Client()
        client.force_login(user)
        key = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies(
            [
                {
                    "name": settings.SESSION_COOKIE_NAME,
                    "value": key,
                    "url": live_server.url,
                }
            ]
        )

    return as_user


def settle(page):
    """Wait until colours that fade from one scheme to another have arrived."""
    page.evaluate(
        "Promise.all(document.getAnimations().map(each => each.finished.catch(() => {})))"
        ".then(() => null)"
    )


@pytest.fixture
def assert_accessible():
    """A check that axe-core finds nothing to object to on a page."""

    def check(page):
        settle(page)
        page.evaluate(AXE)
        found = page.evaluate(
            "rules => axe.run({runOnly: rules}).then(result => result.violations)",
            AXE_RULES,
        )
        assert not found, "\n".join(
            f"{page.url}: {violation['help']} ({violation['helpUrl']})\n"
            + "\n".join(f"    {node['html']}" for node in violation["nodes"])
            for violation in found
        )

    return check


@pytest.fixture
def plain(browser, live_server, page, clerk):
    """The clerk's page in a browser that runs no scripts."""
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.add_cookies(page.context.cookies())
    yield context.new_page()
    context.close()

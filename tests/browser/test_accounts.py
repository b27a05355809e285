"""Logging in and getting lost, with the keyboard and on any screen."""

import pytest
from playwright.sync_api import expect

PHONE = {"width": 360, "height": 740}


@pytest.fixture
def anna(django_user_model, transactional_db):
    return django_user_model.objects.create_user("anna", password="monsoon-ledger")


def test_one_logs_in_with_the_keyboard_alone(page, anna):
    page.goto("/accounts/login/")
    page.get_by_label("Username").press_sequentially("anna")
    page.keyboard.press("Tab")
    page.keyboard.type("monsoon-ledger")
    page.keyboard.press("Enter")

    page.wait_for_url("**/")
    expect(page.get_by_role("button", name="Log out")).to_be_visible()


def test_a_wrong_password_is_answered_in_words(page, anna, assert_accessible):
    page.goto("/accounts/login/")
    page.get_by_label("Username").fill("anna")
    page.get_by_label("Password").fill("something else")
    page.get_by_role("button", name="Log in").click()

    expect(page.get_by_text("Please enter a correct username")).to_be_visible()
    assert_accessible(page)


def test_the_log_in_page_fits_a_phone(page, assert_accessible):
    page.set_viewport_size(PHONE)
    page.goto("/accounts/login/")

    width = page.evaluate("document.documentElement.scrollWidth")

    assert width == PHONE["width"]
    assert_accessible(page)


def test_an_unknown_address_shows_a_page_that_leads_on(
    page, sign_in, anna, assert_accessible
):
    sign_in(anna)

    answer = page.goto("/nowhere/")

    assert answer.status == 404
    expect(page.get_by_role("banner").get_by_role("link").first).to_be_visible()
    assert_accessible(page)

"""Names in addresses keep the letters that names of the region are written with."""

import pytest

from meetings.slugs import slug_of


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Đặng Văn Đức", "dang-van-duc"),
        ("Réunion d’été, Đà Nẵng", "reunion-dete-da-nang"),
        ("Łódź & Tromsø", "lodz-tromso"),
        ("Ayşe I\u015f\u0131k", "ayse-isik"),
        ("北京", ""),
    ],
)
def test_accents_go_and_letters_stay(words, slug):
    assert slug_of(words) == slug

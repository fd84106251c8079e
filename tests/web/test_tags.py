"""How a face says its own lists of codes."""

from __future__ import annotations

import pytest
from django.test import override_settings

from stayaway.wording.face import FaceCode
from stayaway.wording.guide import GuideCode
from stayaway.wording.papers import PapersCode
from stayaway.wording.web import WebCode
from tests.web.made_up_face import page


def test_the_first_list_of_a_face_needs_no_question() -> None:
    from stayaway.web.tags import code_of

    with override_settings(SAYS=(GuideCode, PapersCode)):
        assert code_of("title") is GuideCode.TITLE
        assert code_of("guide.title") is GuideCode.TITLE
        assert code_of("papers.done") is PapersCode.DONE
    with override_settings(SAYS=[PapersCode]):
        assert code_of("done") is PapersCode.DONE
        assert code_of("web.skip") is WebCode.SKIP
        assert code_of("face.notice") is FaceCode.NOTICE


@override_settings(SAYS=(PapersCode,))
def test_a_list_that_the_face_does_not_name_is_not_said() -> None:
    from stayaway.web.tags import code_of

    with pytest.raises(ValueError, match="SAYS has papers, face, web"):
        code_of("guide.title")
    with pytest.raises(ValueError, match=r"papers\.title"):
        code_of("title")


def test_what_is_said_is_escaped_and_a_view_may_hand_over_the_code() -> None:
    html = page('{% say code place="<b>" %}', code=FaceCode.COMPARED_IN)
    assert "&lt;b&gt;" in html
    assert "<b>" not in html

"""A source and its translation as two bodies of Markdown, for checks that hold one by the other."""

from site_plugins.policy.approval import ApprovalState, section_digests
from site_plugins.policy.body import render
from site_plugins.policy.documents import Explainer, Translation
from site_plugins.policy.schema import ExplainerMeta, Kind, Status, TranslationMeta
from site_plugins.policy.strict_yaml import YamlDocument
from site_plugins.policy.translations import Binding, TranslationState
from tests.policy.written import DAY, INDEX

KM = INDEX.replace("index", "km")
FIRST_LINE = 10


def source_of(markdown: str, **front: object) -> Explainer:
    """A notice with this body, which begins on `FIRST_LINE` of index.md."""
    given = {"title": "Tên", "summary": "Tóm tắt.", **front}
    kind = {"kind": Kind.NOTICE, "status": Status.IN_FORCE}
    meta = ExplainerMeta.model_validate({**kind, **given})
    body = render(markdown, FIRST_LINE)
    digests = section_digests(meta, body)
    none = ApprovalState.NONE
    return Explainer(INDEX, "vi", meta, YamlDocument(INDEX), body, "", none, "bai", DAY, digests)


def translation_of(markdown: str, **front: object) -> Translation:
    """Its translation in km.md; `facts` are those that it declares."""
    record = {"translator": "Mẫu", "facts": front.pop("facts", {})}
    given = {"title": "Npe", "summary": "Luv.", "translation": record, **front}
    meta = TranslationMeta.model_validate(given)
    body = render(markdown, FIRST_LINE)
    ready = Binding(TranslationState.READY)
    return Translation(KM, "km", meta, YamlDocument(KM), body, "", ApprovalState.NONE, ready)

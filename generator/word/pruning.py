"""The styles and lists of a Word file, and what it names → without those that came in vain."""

from collections.abc import Sequence

from docx.oxml.ns import qn

from generator.word.tags import Tag

NAMING = ("pStyle", "rStyle", "tblStyle")
"""The properties that name a style."""
_CHAINED = ("basedOn", "next", "link")


def named(trees: Sequence[Tag], *names: str) -> set[str]:
    """What properties of these names refer to."""
    wanted = [qn(f"w:{name}") for name in names]
    return {str(tag.get(qn("w:val"))) for tree in trees for tag in tree.iter(*wanted)}


def drop_styles(root: Tag, used: set[str], before: set[str]) -> list[Tag]:
    """Takes out the styles that came and that no other names; gives those that stay."""
    styles = {str(tag.get(qn("w:styleId"))): tag for tag in root.findall(qn("w:style"))}
    kept, todo = set(before), [*(used & styles.keys()), *before]
    while todo:
        style_id = todo.pop()
        kept.add(style_id)
        todo.extend(named([styles[style_id]], *_CHAINED) & styles.keys() - kept)
    for style_id in styles.keys() - kept:
        root.remove(styles[style_id])
    return [styles[style_id] for style_id in kept]


def drop_lists(root: Tag, used: set[str], before: Sequence[Tag]) -> None:
    """Takes out the lists that came and that nothing belongs to, with what they look like."""
    for tag in root.findall(qn("w:num")):
        if tag not in before and tag.get(qn("w:numId")) not in used:
            root.remove(tag)
    looks = named(root.findall(qn("w:num")), "abstractNumId")
    for tag in root.findall(qn("w:abstractNum")):
        if tag not in before and tag.get(qn("w:abstractNumId")) not in looks:
            root.remove(tag)

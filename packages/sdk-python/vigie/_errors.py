"""What the SDK raises."""


class VigieError(ValueError):
    """A stable code, and a sentence in each language, one a line."""

    def __init__(self, code, en, fr):
        super().__init__(f"{en}\n{fr}")
        self.code = code
        self.en = en
        self.fr = fr


def shown(value):
    """At most 60 characters of whatever came."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."

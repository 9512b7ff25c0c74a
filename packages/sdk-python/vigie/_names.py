"""The known name that a misspelt one most likely meant."""


def edit_distance(a, b):
    """Levenshtein distance: the least number of letters to insert, delete or replace."""
    previous = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        current = [i]
        for j, other in enumerate(b, 1):
            current.append(min(previous[j - 1] + (letter != other), previous[j] + 1, current[j - 1] + 1))
        previous = current
    return previous[-1]


def nearest_name(text, names, joint="-"):
    """The closest of names within a third of the text's letters, else None; capitals and joints are forgiven."""
    wanted = text[:80].strip().lower()
    for mark in "_- ":
        wanted = wanted.replace(mark, joint)
    best, least = None, max(3, len(wanted)) // 3 + 1
    for name in names:
        distance = edit_distance(wanted, name)
        if distance < least:
            best, least = name, distance
    return best

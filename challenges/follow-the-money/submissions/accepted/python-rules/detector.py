# A few signs in Python: cash by machine at night or from others, many senders, advertisements, prepaid cards, small coins.
from vigie import alert, detector

DAY_MS = 86_400_000


def at_night(t):
    minute = (t.time // 60_000 + t.utc_offset_minutes) % 1440
    return minute >= 1320 or minute < 360


@detector
def detect(account):
    findings = []
    rows = account.transactions
    cash = [t for t in rows if t.channel == "abm-cash" and t.direction == "credit"]
    cities = {t.city for t in cash}
    night = [t for t in cash if at_night(t)]
    if len(cities) >= 3:
        findings.append({"indicator": "cash-night-or-many-cities", "evidence": cash})
    elif len(night) >= 3:
        findings.append({"indicator": "cash-night-or-many-cities", "evidence": night})
    transfers = [t for t in rows if t.channel == "e-transfer" and t.direction == "credit"]
    if len({t.counterparty for t in transfers if 8_000 <= t.amount_cents <= 80_000}) >= 10:
        findings.append({"indicator": "many-unrelated-senders", "evidence": transfers[:400]})
    ads = [t for t in rows if t.mcc == 7311 and t.amount_cents <= 5_000]
    if len(ads) >= 4:
        findings.append({"indicator": "small-ad-payments", "evidence": ads})
    others = [t for t in rows if t.depositor_token is not None and t.direction == "credit"]
    if len(others) >= 3 and len({t.depositor_token for t in others}) >= 2:
        findings.append({"indicator": "third-party-cash", "evidence": others})
    cards = [t for t in rows if t.channel == "prepaid"]
    if len(cards) >= 4:
        findings.append({"indicator": "frequent-prepaid-cards", "evidence": cards})
    coins = [t for t in rows if t.channel == "virtual-currency" and t.amount_cents <= 5_000]
    if len(coins) >= 4:
        findings.append({"indicator": "small-virtual-currency", "evidence": coins})
    if not findings:
        return None
    return alert(score=min(1.0, 0.15 * len(findings) + 0.01 * len(ads)), role="controller", findings=findings)

# Your detector. It sees one account at a time and raises an alert, or none.
# Votre détecteur. Il voit un compte à la fois et lève une alerte, ou aucune.
from vigie import alert, detector


@detector
def detect(account):
    # Small payments for advertisements, again and again.
    # De petits paiements pour des annonces, encore et encore.
    ads = [t for t in account.transactions if t.mcc == 7311 and t.amount_cents <= 5_000]
    # Many e-transfers from different people.
    # De nombreux virements Interac venant de personnes différentes.
    senders = {t.counterparty for t in account.transactions if t.channel == "e-transfer" and t.direction == "credit"}
    if len(ads) < 3 and len(senders) < 10:
        return None
    findings = {"small-ad-payments": ads if len(ads) >= 3 else None}
    return alert(score=min(1.0, 0.05 * len(ads) + 0.02 * len(senders)), role="controller", findings=findings)

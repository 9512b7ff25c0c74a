"""The kinds whose detectors the SDK runs, each in its folder: what one makes knows how it is run (Detector.lines)."""

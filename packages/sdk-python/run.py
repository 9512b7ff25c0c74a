"""What runs in the sandbox: python3 -I -B run.py <detector file>, with the data at /data (VIGIE_DATA overrides it).

Predictions leave on standard output and end with {"end":n}; what the detector prints goes to standard error.
Exit codes: 0 done, 3 no detector in the file, 2 called without one, 1 anything else.
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from vigie._run import main  # noqa: E402

main(sys.argv[1:])

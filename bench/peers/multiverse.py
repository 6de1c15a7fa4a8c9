"""Two Python packages on the bench's 512 logits: answers requests, one a line on stdin, with seconds. See bench/peer.mjs.

usage: multiverse.py FILE robustipy|specification_curve

Each is asked for as little as it takes: no plot, no Shapley values, one bootstrap draw and two folds where there must be some.
"""
import contextlib
import io
import sys
import time
from importlib.metadata import version

import numpy
import pandas

data = numpy.fromfile(sys.argv[1])
library = sys.argv[2]
n, k = int(data[0]), int(data[1])
names = [f"x{j}" for j in range(k)]
frame = pandas.DataFrame(data[2:2 + n * k].reshape(n, k), columns=names)
frame["y"] = data[2 + n * k:]
term, controls = names[1], names[2:]

if library == "robustipy":
    from robustipy.models import LRobust

    def curve():
        LRobust(y=["y"], x=[term], data=frame.copy()).fit(controls=controls, draws=1, kfold=2, oos_metric="pseudo-r2", n_cpu=2, seed=1, compute_shap=False)
else:
    import specification_curve
    import statsmodels.api as statsmodels

    def curve():
        specification_curve.SpecificationCurve(frame.copy(), "y", term, controls).fit(estimator=statsmodels.Logit)


def quietly():
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        curve()


if __name__ == "__main__":
    print("ready", version(library), flush=True)
    for line in sys.stdin:
        _, times = line.split()
        begin = time.perf_counter()
        for _ in range(int(times)):
            quietly()
        print((time.perf_counter() - begin) / int(times), flush=True)

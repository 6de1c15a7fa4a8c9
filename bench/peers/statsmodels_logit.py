"""statsmodels' side of the bench: answers requests, one a line on stdin, with seconds a fit. See bench/peer.mjs."""
import sys
import time

import numpy
import statsmodels
from statsmodels.discrete.discrete_model import Logit

data = numpy.fromfile(sys.argv[1])
n, k = int(data[0]), int(data[1])
X = numpy.ascontiguousarray(data[2:2 + n * k].reshape(n, k))
y = data[2 + n * k:]


def binary():
    return Logit(y, X).fit(disp=0).cov_params()


binary()
print("ready", statsmodels.__version__, flush=True)
for line in sys.stdin:
    _, times = line.split()
    begin = time.perf_counter()
    for _ in range(int(times)):
        binary()
    print((time.perf_counter() - begin) / int(times), flush=True)

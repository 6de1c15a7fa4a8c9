"""statsmodels' side of `npm run bench -- --size`: a logit of a CSV file of whole numbers. size_statsmodels.py FILE TERM…"""
import json
import sys

import pandas
from statsmodels.discrete.discrete_model import Logit
from statsmodels.tools import add_constant

file, *terms = sys.argv[1:]
rows = pandas.read_csv(file, dtype="uint8")
fit = Logit(rows["y"], add_constant(rows[terms].astype(float))).fit(disp=0)
print(json.dumps({"coefficients": [{"term": term, "estimate": fit.params[term], "standardError": fit.bse[term]} for term in ["const", *terms]]}))

"""duckreg's side of `npm run bench -- --size`: a logit of a Parquet file by groups. size_duckreg.py FILE TERM…

Installed by: pip install "duckreg==0.4.1" "duckdb<2" (with DuckDB 2 it fails). Its default is one step from a subsample: asked
here for the maximum, as the others are.
"""
import json
import sys
import tempfile

import duckdb
from duckreg.estimators import DuckLogisticRegression

file, *terms = sys.argv[1:]
with tempfile.TemporaryDirectory() as folder:
    with duckdb.connect(f"{folder}/rows.db") as connection:
        connection.execute(f"CREATE VIEW data AS SELECT * FROM read_parquet('{file}')")
    model = DuckLogisticRegression(db_name=f"{folder}/rows.db", table_name="data", formula=f"y ~ {' + '.join(terms)}", seed=1, method="irls", n_bootstraps=0)
    model.fit()
    model.fit_vcov()
    found = model.summary()
print(json.dumps({"coefficients": [{"term": term, "estimate": float(found["point_estimate"][j]), "standardError": float(found["standard_error"][j])} for j, term in enumerate(["const", *terms])]}))

import type { ModelDataSpec } from "../../models/data/modelData";
import type { AskedColumn } from "../columnsAsked";
import type { Engine } from "../engine";
import { numberSql } from "./stepColumns";
import { clusterLabels, type FactorLabels, factorLabels, labelSql } from "./stepLabels";

/** The labels of a fit by steps, and which rows it is of. */
export interface LabelsRead {
  readonly factors: ReadonlyMap<string, FactorLabels>;
  /** What tells clusters apart. */
  readonly cluster: string | undefined;
  /** What holds of a row that lacks nothing. */
  readonly complete: string;
  readonly notes: readonly string[];
}

/** Reads the labels that occur in the rows that lack nothing: one query for each factor, and for the clusters. */
export async function readLabels(engine: Engine, asked: readonly AskedColumn[], { factors: specs = [], decimal }: ModelDataSpec, clusters: string | undefined): Promise<LabelsRead> {
  const there = new Map(asked.map((column) => [column.name, column.as === "label" ? labelSql(column, engine.dialect) : numberSql(engine, column)]));
  const complete = (): string => [...there.values()].map((sql) => `${sql} IS NOT NULL`).join(" AND ");
  const factors = new Map<string, FactorLabels>();
  for (const column of asked.filter(({ name, as }) => as === "label" && specs.some((spec) => spec.column === name))) {
    const labels = await factorLabels(engine, column, complete(), decimal);
    factors.set(column.name, labels);
    there.set(column.name, labels.sql);
  }
  const clustered = asked.find(({ name }) => name === clusters);
  const cluster = clustered && (await clusterLabels(engine, clustered, complete(), decimal));
  if (clustered?.as === "label") there.set(clustered.name, cluster!.sql);
  return { factors, cluster: cluster?.sql, complete: complete(), notes: [...new Set([...[...factors.values()].flatMap(({ notes }) => notes), ...(cluster?.notes ?? [])])] };
}

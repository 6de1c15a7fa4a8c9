/** What kind of values a column of a source holds, whatever its engine calls them. */
export type ColumnKind = "integer" | "decimal" | "double" | "real" | "boolean" | "text" | "date" | "other";

/** A column as its engine describes it. */
export interface SourceColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  /** What the engine calls its type. */
  readonly type: string;
}

/** A cell as an engine gives it. */
export type Raw = string | number | bigint | boolean | null;

/** Some rows of an answer, column by column. */
export type Batch = readonly (readonly Raw[])[];

/** How an engine writes what SQL leaves open. */
export interface Dialect {
  readonly double: string;
  /** An expression of such a kind as it is to be given, so that no digit is lost on the way. */
  readonly given: (expression: string, kind: ColumnKind) => string;
  /** Most columns that an answer may have. */
  readonly widest?: number;
  /** Ends a subquery whose expressions are not to be copied to wherever they are used, where an engine does that. */
  readonly fence?: string;
}

/** A database (or files read by one), open for reading. */
export interface Engine {
  /** What a reader is told it is. */
  readonly name: string;
  readonly dialect: Dialect;
  /** The rows asked for, to stand after FROM. */
  readonly rows: string;
  readonly columns: readonly SourceColumn[];
  /** Runs a query of our own. @throws {BadInput} with the engine's words, the connection being lost among them */
  query(sql: string): AsyncIterable<Batch>;
  /** Keeps what a SELECT gives for the queries to come, where that is possible without writing to the source. @returns its name, to stand after FROM */
  hold?(select: string): Promise<string>;
  /** Ends a query that runs, on the server too. */
  cancel(): Promise<void>;
  close(): Promise<void>;
}

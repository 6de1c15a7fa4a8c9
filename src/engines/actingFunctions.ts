/**
 * Functions that a SELECT may call and that act beyond its read-only transaction: other connections (dblink), the server's
 * files and processes, what other sessions hear, statements in texts. Matched by name, in any spelling of capitals.
 *
 * Sources: PostgreSQL 17 documentation §9.28 (system administration), §9.15.3 (mapping tables to XML), F.10 (dblink), F.41 (tablefunc);
 * Trino documentation, "query" table functions of connectors.
 */
const ACTING = new RegExp(`^(?:${[
  "dblink\\w*", "lo_export", "pg_file_\\w+", "pg_(?:terminate|cancel)_backend", "pg_reload_conf", "pg_rotate_logfile\\w*", "pg_promote", "pg_stat_reset\\w*", "pg_stat_statements_reset",
  "pg_switch_wal", "pg_create_restore_point", "pg_(?:start|stop)_backup", "pg_backup_(?:start|stop)", "pg_wal_replay_(?:pause|resume)", "pg_(?:create|drop|copy)_\\w*replication_slot", "pg_replication_\\w+",
  "pg_logical_\\w+", "pg_sync_replication_slots", "pg_notify", "pg_(?:try_)?advisory_\\w+", "pg_log_backend_memory_contexts", "pg_import_system_collations", "pg_prewarm", "set_config",
  "query_to_xml\\w*", "cursor_to_xml\\w*", "ts_stat", "ts_rewrite", "crosstab\\w*", "connectby",
].join("|")})$`, "i");

/** Table functions that hand a text to another database as it is: catalog.system.query(…). */
const PASSING = /^(?:query|raw_query)$/i;

/** Whether a function acts. @param qualified whether its name stands behind a schema */
export const acts = (name: string, qualified: boolean): boolean => ACTING.test(name) || (qualified && PASSING.test(name));

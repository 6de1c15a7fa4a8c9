export const PLOTLY_MIME = "application/vnd.plotly.v1+json";
export const TABLE_MIME = "application/vnd.sojourn.table+json";
export const PANEL_MIME = "application/vnd.sojourn.panel+json";

import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { FigureWidget } from "./figure/figureWidget";
import { PLOTLY_MIME, TABLE_MIME } from "./mimeTypes";
import { TableWidget } from "./table/tableWidget";

/** Safe, both of them: they draw no HTML of the notebook's, so an untrusted notebook shows them too. */
const extensions: IRenderMime.IExtension[] = [
  {
    id: "sojourn-lab:figures",
    description: "Interactive Plotly figures, without any other host.",
    rendererFactory: { safe: true, mimeTypes: [PLOTLY_MIME], createRenderer: () => new FigureWidget() },
    rank: 0,
    dataType: "json",
  },
  {
    id: "sojourn-lab:tables",
    description: "Tables of Sojourn: odds ratios, intervals, languages, copies and Word files.",
    rendererFactory: { safe: true, mimeTypes: [TABLE_MIME], createRenderer: () => new TableWidget() },
    rank: 0,
    dataType: "json",
  },
];

export default extensions;

import type { ChartModel } from '../gas/spreadsheet/model';
import { option } from './chart-part';
import { XML_HEAD, xmlAttribute } from './xml';

const EMU_PER_PIXEL = 9525;
/** Size of a chart in Sheets without one of its own. */
const DEFAULT_SIZE = { width: 600, height: 371 };

/** The part that places charts on a tab: chart `i` has the relationship `rId<i + 1>`. */
export function drawingXml(charts: readonly ChartModel[]): string {
  return [
    `${XML_HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"`,
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">',
    ...charts.map(anchorXml),
    '</xdr:wsDr>',
  ].join('');
}

function anchorXml(chart: ChartModel, index: number): string {
  const width = pixels(chart, 'width');
  const height = pixels(chart, 'height');
  const title = option(chart.options, 'title');
  return [
    '<xdr:oneCellAnchor><xdr:from>',
    `<xdr:col>${chart.anchorColumn}</xdr:col><xdr:colOff>${chart.offsetX * EMU_PER_PIXEL}</xdr:colOff>`,
    `<xdr:row>${chart.anchorRow}</xdr:row><xdr:rowOff>${chart.offsetY * EMU_PER_PIXEL}</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${width * EMU_PER_PIXEL}" cy="${height * EMU_PER_PIXEL}"/>`,
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>',
    `<xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${xmlAttribute(typeof title === 'string' ? title : '')}"/>`,
    '<xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>',
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic>',
    '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">',
    '<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" ',
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" ',
    `r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`,
  ].join('');
}

function pixels(chart: ChartModel, side: 'width' | 'height'): number {
  const wanted = Number(option(chart.options, side));
  return Number.isFinite(wanted) && wanted > 0 ? Math.round(wanted) : DEFAULT_SIZE[side];
}

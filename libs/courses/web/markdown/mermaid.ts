import { type Look, themeValue } from '@zhixing/platform/web';
import mermaid from 'mermaid';

let count = 0;

/**
 * Draws a diagram and answers its address as a picture: inside an `img` nothing of it can run, load or reach the page.
 * @throws whatever Mermaid finds wrong with the source
 */
export async function draw(source: string, look: Look): Promise<string> {
  const [card, text, line, soft, primary] = [themeValue('--zx-card'), themeValue('--zx-text'), themeValue('--zx-secondary'), themeValue('--zx-primary-soft'), themeValue('--zx-primary')];
  mermaid.initialize({
    startOnLoad: false, securityLevel: 'strict', suppressErrorRendering: true, htmlLabels: false, theme: 'base', fontFamily: themeValue('--zx-font'),
    themeVariables: {
      darkMode: look === 'dark', background: card, primaryColor: soft, primaryTextColor: text, primaryBorderColor: primary, secondaryColor: card, tertiaryColor: card,
      lineColor: line, textColor: text, mainBkg: soft, nodeBorder: primary, edgeLabelBackground: card, fontSize: '15px',
    },
  });
  const { svg } = await mermaid.render(`diagram-${(count += 1)}`, source);
  // Mermaid writes HTML, a picture must be XML; and it needs a size of its own
  const drawing = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg')!;
  const [, , width = '600', height = '400'] = (drawing.getAttribute('viewBox') ?? '').split(/[ ,]+/);
  drawing.setAttribute('width', width);
  drawing.setAttribute('height', height);
  return `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(drawing))}`;
}

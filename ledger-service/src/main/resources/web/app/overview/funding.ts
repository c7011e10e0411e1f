import {colourName} from '../element/colours';
import type {Ink, Option} from '../element/chart';
import {short, sign} from '../data/money';
import type {Flow, Group} from '../data/types';

interface Node {
  name: string;
  unit: string;
}

interface Link {
  source: string;
  target: string;
  value: number;
  amount: string;
}

const RECEIVES = ' ';

/**
 * The net funding as a picture of flows, from who funds to who is funded. When it goes round in a circle, everybody stands on
 * the left as a giver and on the right as a receiver.
 */
export function funding(net: Flow[], group: Group, name: (unit: string) => string, asset: string): (ink: Ink) => Option {
  const flows = net.filter((flow) => sign(flow.amount) > 0);
  const circle = goesRound(flows);
  const target = (flow: Flow) => (circle ? name(flow.recipient) + RECEIVES : name(flow.recipient));
  const nodes = new Map<string, Node>();
  for (const flow of flows) {
    nodes.set(name(flow.grantor), {name: name(flow.grantor), unit: flow.grantor});
    nodes.set(target(flow), {name: target(flow), unit: flow.recipient});
  }
  const links: Link[] = flows.map((flow) => ({source: name(flow.grantor), target: target(flow), value: Number(flow.amount), amount: flow.amount}));
  return (ink) => {
    const upright = ink.width < 520;
    return {
      tooltip: {
        renderMode: 'richText',
        backgroundColor: ink.surface,
        borderColor: ink.line,
        textStyle: {color: ink.ink, fontSize: 12},
        formatter: ({data}: {data: Partial<Link & Node>}) => (data.amount ? `${data.source} → ${data.target?.trim()}\n${short(data.amount, asset)}` : (data.name ?? '').trim()),
      },
      series: {
        type: 'sankey',
        orient: upright ? 'vertical' : 'horizontal',
        left: upright ? 12 : 8,
        right: upright ? 12 : 150,
        top: upright ? 28 : 18,
        bottom: upright ? 28 : 14,
        nodeWidth: 14,
        nodeGap: upright ? 46 : 26,
        draggable: false,
        emphasis: {focus: 'adjacency'},
        data: [...nodes.values()].map((node) => ({...node, itemStyle: {color: ink.of(colourName(group, node.unit)), borderWidth: 0}})),
        links,
        lineStyle: {color: 'gradient', opacity: 0.38, curveness: 0.5},
        label: {color: ink.ink, fontSize: upright ? 12 : 13, fontWeight: 600, position: upright ? 'top' : 'right', formatter: ({name: text}: {name: string}) => text.trim()},
        edgeLabel: {show: true, color: ink.ink, fontSize: 12, formatter: ({data}: {data: Link}) => short(data.amount, asset)},
      },
    };
  };
}

/** Whether somebody funds somebody who, over others, funds the first. */
export function goesRound(flows: Flow[]): boolean {
  const done = new Set<string>();
  const reaches = (unit: string, above: Set<string>): boolean => {
    if (above.has(unit)) {
      return true;
    }
    if (done.has(unit)) {
      return false;
    }
    const path = new Set(above).add(unit);
    const round = flows.some((flow) => flow.grantor === unit && reaches(flow.recipient, path));
    done.add(unit);
    return round;
  };
  return flows.some((flow) => reaches(flow.grantor, new Set()));
}

import {colourName} from '../element/colours';
import type {Ink, Option} from '../element/chart';
import {short, sign} from '../data/money';
import type {Flow, Group} from '../data/types';
import {goesRound, layers} from './layers';

const OPACITY = 0.38;

interface Node {
  name: string;
  /** What is written; nothing where a flow only passes. */
  label: string;
  unit: string;
  passes: boolean;
}

interface Link {
  source: string;
  target: string;
  value: number;
  amount: string;
  words: string;
  labelled: boolean;
}

interface Picture {
  nodes: Map<string, Node>;
  links: Link[];
}

/** The net funding as a picture of flows, from who funds to who is funded. */
export function funding(net: Flow[], group: Group, name: (unit: string) => string, asset: string): (ink: Ink) => Option {
  const flows = net.filter((flow) => sign(flow.amount) > 0);
  const {nodes, links} = goesRound(flows) ? facing(flows, name) : layered(flows, name);
  return (ink) => {
    const upright = ink.width < 520;
    const halo = {textBorderColor: ink.surface, textBorderWidth: 3};
    return {
      tooltip: {
        renderMode: 'richText',
        backgroundColor: ink.surface,
        borderColor: ink.line,
        textStyle: {color: ink.ink, fontSize: 12},
        formatter: ({data}: {data: Partial<Link & Node>}) => data.words ?? data.label ?? '',
      },
      series: {
        type: 'sankey',
        orient: upright ? 'vertical' : 'horizontal',
        left: upright ? 36 : 8,
        right: upright ? 36 : 190,
        top: upright ? 30 : 12,
        bottom: upright ? 30 : 12,
        nodeWidth: 14,
        nodeGap: upright ? 40 : 30,
        draggable: false,
        emphasis: {focus: 'adjacency'},
        data: [...nodes.values()].map((node) => ({
          ...node,
          label: {show: !node.passes, formatter: node.label},
          itemStyle: {color: ink.of(colourName(group, node.unit)), borderWidth: 0, opacity: node.passes ? OPACITY : 1},
        })),
        links: links.map((link) => ({...link, edgeLabel: {show: link.labelled, formatter: short(link.amount, asset)}})),
        lineStyle: {color: 'gradient', opacity: OPACITY, curveness: 0.5},
        label: {color: ink.ink, fontSize: upright ? 12 : 13, fontWeight: 600, position: upright ? 'top' : 'right', ...halo},
        edgeLabel: {color: ink.ink, fontSize: 12, ...halo},
      },
    };
  };
}

/** Funding goes round: everybody stands on one side as a giver, and on the other as a receiver. */
function facing(flows: Flow[], name: (unit: string) => string): Picture {
  const picture: Picture = {nodes: new Map(), links: []};
  for (const flow of flows) {
    picture.nodes.set(`from ${flow.grantor}`, node(`from ${flow.grantor}`, flow.grantor, name(flow.grantor)));
    picture.nodes.set(`to ${flow.recipient}`, node(`to ${flow.recipient}`, flow.recipient, name(flow.recipient)));
    picture.links.push(link(`from ${flow.grantor}`, `to ${flow.recipient}`, flow, name, true));
  }
  return picture;
}

/** Each stands as far along as it is funded over others; a flow that passes a place has a place of its own there. */
function layered(flows: Flow[], name: (unit: string) => string): Picture {
  const places = layers(flows);
  const picture: Picture = {nodes: new Map(), links: []};
  for (const flow of flows) {
    picture.nodes.set(flow.grantor, node(flow.grantor, flow.grantor, name(flow.grantor)));
    picture.nodes.set(flow.recipient, node(flow.recipient, flow.recipient, name(flow.recipient)));
    const from = places.get(flow.grantor) ?? 0;
    const to = places.get(flow.recipient) ?? 0;
    let before = flow.grantor;
    for (let place = from + 1; place < to; place++) {
      const pass = `${flow.grantor} ${flow.recipient} ${place}`;
      picture.nodes.set(pass, {...node(pass, flow.grantor, ''), passes: true});
      picture.links.push(link(before, pass, flow, name, false));
      before = pass;
    }
    picture.links.push(link(before, flow.recipient, flow, name, true));
  }
  return picture;
}

function node(id: string, unit: string, label: string): Node {
  return {name: id, label, unit, passes: false};
}

function link(source: string, target: string, flow: Flow, name: (unit: string) => string, labelled: boolean): Link {
  const words = `${name(flow.grantor)} funds ${name(flow.recipient)}\n${flow.amount}`;
  return {source, target, value: Number(flow.amount), amount: flow.amount, words, labelled};
}

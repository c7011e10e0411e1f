import {LitElement} from 'lit';
import {property} from 'lit/decorators.js';
import {path} from '../data/api';
import type {Group} from '../data/types';
import {Routed, type Route} from './route';

/** What every view is given: the group that is looked at, and where one is. */
export abstract class ViewElement extends LitElement {
  @property({attribute: false}) group!: Group;

  private readonly routed = new Routed(this);

  get route(): Route {
    return this.routed.route;
  }

  /** A parameter of the address. */
  param(name: string): string | undefined {
    return this.route.params.get(name) ?? undefined;
  }

  /** A path below the group's, with its book and, unless left out, the time range. */
  ofGroup(rest: string, parameters: Record<string, string | number | undefined> = {}): string {
    return path(`/groups/${encodeURIComponent(this.group.group)}${rest}`, {
      book: this.param('book'),
      from: this.param('from'),
      to: this.param('to'),
      ...parameters,
    });
  }

  /** A unit's name for people. */
  unitName(unit: string): string {
    return unit === 'external' ? 'Outside customers' : (this.group.units.find((known) => known.unit === unit)?.name ?? unit);
  }
}

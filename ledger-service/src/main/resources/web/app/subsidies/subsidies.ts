import {html} from 'lit';
import {customElement} from 'lit/decorators.js';
import {chosenTab, tabLinks, tabStyles, type Tab} from '../element/tabs';
import {ViewElement} from '../shell/view';
import {shared} from '../styles';
import './allocations';
import './cohorts';
import './consolidation';
import './matrix';
import './tests';

const TABS: Tab[] = [
  {name: 'matrix', title: 'Who funds whom'},
  {name: 'tests', title: 'Subsidy tests'},
  {name: 'cohorts', title: 'Device cohorts'},
  {name: 'allocations', title: 'Allocations'},
  {name: 'consolidation', title: 'Consolidation'},
];

/** What one tab alone has in the address. */
const OF_ONE_TAB = {pair: undefined, view: undefined, interval: undefined, by: undefined, game: undefined, product: undefined};

/** Cross-subsidy from all sides: what is granted, whether it passes the tests, what devices bring, and what cost comes to. */
@customElement('triad-subsidies')
export class SubsidiesView extends ViewElement {
  static override styles = [shared, tabStyles];

  override render() {
    const tab = chosenTab(TABS, this.param('tab'));
    return html`<h1>Subsidies at ${this.group.name}</h1>
      ${tabLinks(TABS, tab, 'Subsidies', OF_ONE_TAB)} ${this.content(tab)}`;
  }

  private content(tab: string) {
    switch (tab) {
      case 'tests':
        return html`<triad-subsidy-tests .group=${this.group}></triad-subsidy-tests>`;
      case 'cohorts':
        return html`<triad-cohorts .group=${this.group}></triad-cohorts>`;
      case 'allocations':
        return html`<triad-allocations .group=${this.group}></triad-allocations>`;
      case 'consolidation':
        return html`<triad-consolidation .group=${this.group}></triad-consolidation>`;
      default:
        return html`<triad-funding-matrix .group=${this.group}></triad-funding-matrix>`;
    }
  }
}

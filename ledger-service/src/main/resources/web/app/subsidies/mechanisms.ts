/** How one can fund another; the codes are the ledger's. */
export const MECHANISMS: Record<string, {name: string; meaning: string}> = {
  'transfer-price': {name: 'Transfer price', meaning: 'charged less than the reference price'},
  storefront: {name: 'Storefront', meaning: 'devices sold below cost for whom they sell for'},
  scale: {name: 'Scale', meaning: 'costs less because others use much'},
};

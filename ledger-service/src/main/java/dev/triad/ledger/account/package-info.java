/** Chart of accounts, balances, statements, trial balance, income statement. */
@NullMarked
package dev.triad.ledger.account;

import org.jspecify.annotations.NullMarked;

insert into book (group_id, name, title, policy, state) values (1, 'free', 'Free', '{}', 'live');
insert into book_cursor values (1, 'sales-3', 1);
insert into book_account (book_id, unit, name) values (1, 'store', 'store:assets:cash');
insert into redating values (1, 1);

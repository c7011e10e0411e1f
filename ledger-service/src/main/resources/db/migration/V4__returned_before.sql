-- What had come back of a sale before a return, by line of the sale; nothing where nothing had. A return posts the
-- difference between two states of its sale, and its explanation needs the first.
create table returned_before (
    source_id             int not null,
    return_id             uuid not null,
    line                  int not null,
    quantity              numeric not null,
    proportional_quantity numeric not null,
    refunded              bigint not null,
    cost_reversed         bigint not null,
    primary key (return_id, source_id, line)
);

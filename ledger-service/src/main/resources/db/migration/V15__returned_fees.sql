-- What comes back of a marketplace's fees has an account of its own now. Books in which it is not told apart from what else
-- came back are made anew from the log, which has everything.
do $$
begin
    if exists (
        select from account returns
        join account fees on fees.group_id = returns.group_id
            and fees.name = split_part(returns.name, ':', 1) || ':revenue:external:fee'
        where returns.name like '%:revenue:returns:matched'
    ) then
        raise exception 'these books are of an earlier version: give the ledger an empty database, and it reads the log again';
    end if;
end $$;

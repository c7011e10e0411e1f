-- A balance of the hour that is under way is written over and over. Room on its page lets PostgreSQL write the new
-- version beside the old one, without an entry in the index (a heap-only tuple), and take the old one's place again.
alter table balance set (fillfactor = 60);

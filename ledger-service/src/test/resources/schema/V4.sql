insert into returned_before values (2, '00000000-0000-7000-8000-000000000005', 0, 1, 1, 100, 50);

-- What the sender of a mail calls themselves: whoever makes a report of it later knows whom to address.
alter table mail
  add column sender_name text check (length(sender_name) between 1 and 120);

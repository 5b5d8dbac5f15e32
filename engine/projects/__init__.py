"""联审联批 and 一件事 reckoned: when each row is handled, what the longest way is, what is asked for once."""

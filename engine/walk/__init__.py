"""Walking one case through a process by hand: definition (``route``), case (``walk``), choices as text (``script``)."""

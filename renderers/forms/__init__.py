"""The prescribed forms as office documents."""

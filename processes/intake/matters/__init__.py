"""What forms say of matters, put together into declarations: drafts with a mark at whatever no form tells."""

"""What would reach a goal that the declarations do not reach yet: advice, never a form."""

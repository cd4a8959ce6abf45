"""What these towns grow, as data beside the code: a tap on a picture fills in what a farmer would have to type."""

"""Cards, town plan and objective sheets on paper: what is printed, where on the sheet, and the setting by typst."""

// SPDX-License-Identifier: GPL-3.0-or-later
// A program that does nothing: only what it links and loads is looked at.
int main()
{
    return 0;
}

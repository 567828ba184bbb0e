import type { Activity, ConversationReference, ResourceResponse } from 'botbuilder';
import { BotAdapter, TurnContext } from 'botbuilder';

/** What a bot does with one activity. */
export type Logic = (context: TurnContext) => Promise<void>;

/** Keeps activities that a bot sends, delivers them, and gives their ids. */
export type Keep = (
  conversationId: string,
  activities: readonly Partial<Activity>[],
) => Promise<readonly string[]>;

/**
 * The Bot Framework's side of the web channel: no connector service, no outbound call. A turn comes in through
 * `process`; whatever a bot sends outside the turn's own transaction (a person's words, say) is kept and delivered.
 */
export class DirectLineAdapter extends BotAdapter {
  readonly #keep: Keep;

  constructor(keep: Keep) {
    super();
    this.#keep = keep;
  }

  /** Runs the middleware and the logic for one incoming activity. */
  async process(activity: Partial<Activity>, logic: Logic): Promise<void> {
    await this.runMiddleware(new TurnContext(this, activity), logic);
  }

  override async sendActivities(
    context: TurnContext,
    activities: Partial<Activity>[],
  ): Promise<ResourceResponse[]> {
    const ids = await this.#keep(context.activity.conversation.id, activities);
    return ids.map((id) => ({ id }));
  }

  /** Opens a turn that the bot begins, in a conversation that is there already. */
  override async continueConversation(
    reference: Partial<ConversationReference>,
    logic: Logic,
  ): Promise<void> {
    const activity = TurnContext.applyConversationReference(
      { type: 'event', name: 'ContinueConversation' },
      reference,
      true,
    );
    await this.process(activity, logic);
  }

  override async updateActivity(): Promise<never> {
    throw new Error('Direct Line has no way to change a message that was sent; send a new one.');
  }

  override async deleteActivity(): Promise<never> {
    throw new Error('Direct Line has no way to take a message back; delete the conversation instead.');
  }
}
